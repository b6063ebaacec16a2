package org.examledger.command.imports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The files that stand beside a text of Moodle; the text names them behind {@code @@PLUGINFILE@@}. */
final class MoodleFiles implements PictureSource {
    private static final String PREFIX = "@@PLUGINFILE@@";

    private final Map<String, XmlElement> files = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    MoodleFiles(XmlElement holder) {
        holder.children("file")
                .forEach(it -> files.putIfAbsent(it.attribute("path", "/") + it.attribute("name", ""), it));
    }

    @Override
    public byte[] file(String reference) {
        if (!reference.startsWith(PREFIX)) {
            return new byte[0];
        }
        var path = path(reference.substring(PREFIX.length()));
        var file = files.get(path);
        used.add(path);
        return file == null ? new byte[0] : bytes(file);
    }

    /** Whether there are files that the text did not show. */
    boolean hasOthers() {
        return !used.containsAll(files.keySet());
    }

    private static String path(String written) {
        var path = PictureSource.path(written);
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private static byte[] bytes(XmlElement file) {
        try {
            return file.attribute("encoding", "").equals("base64") ? Album.base64(file.text()) : new byte[0];
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }
}
