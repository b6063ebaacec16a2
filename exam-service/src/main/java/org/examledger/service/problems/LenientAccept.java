package org.examledger.service.problems;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Takes {@code Accept} as a wish: who asks for something else gets JSON.
 *
 * <p>A command is carried out before its answer is written, so an answer 406 would say that nothing happened when
 * something did.
 */
class LenientAccept implements ContentNegotiationStrategy {
    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
        var wished = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (wished == null) {
            return MEDIA_TYPE_ALL_LIST;
        }
        try {
            var types = new ArrayList<>(MediaType.parseMediaTypes(List.of(wished)));
            MimeTypeUtils.sortBySpecificity(types);
            types.addAll(MEDIA_TYPE_ALL_LIST);
            return types;
        } catch (InvalidMediaTypeException malformed) {
            return MEDIA_TYPE_ALL_LIST;
        }
    }
}
