package org.examledger.service.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a beacon's small body ahead, because its field {@code csrf} is asked for before a controller reads the rest. */
final class BeaconBody extends OncePerRequestFilter {
    /** A beacon is some hundred bytes; a longer text is no beacon and is left alone. */
    private static final int LONGEST = 16 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null
                || !type.startsWith(MediaType.TEXT_PLAIN_VALUE)
                || PageCookie.in(request) == null
                || request.getContentLengthLong() < 0
                || request.getContentLengthLong() > LONGEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Read(request, request.getInputStream().readNBytes(LONGEST)), response);
    }

    /** The token that a beacon brings; absent when this is none, or when it brings none. */
    static @Nullable String csrfIn(HttpServletRequest request) {
        var read = WebUtils.getNativeRequest(request, Read.class);
        if (read == null) {
            return null;
        }
        try {
            return JSON.readTree(read.body).path("csrf").asString(null);
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static final class Read extends HttpServletRequestWrapper {
        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return bytes.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("a body that was read needs no listener");
                }
            };
        }
    }
}
