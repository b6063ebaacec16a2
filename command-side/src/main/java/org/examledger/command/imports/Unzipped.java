package org.examledger.command.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a zip, unpacked in memory under bounds that hold whatever its directory claims. Names are nothing but
 * names: no file is ever written, and one that points out of the package is left out.
 */
final class Unzipped {
    private static final int MOST_ENTRIES = 6_000;
    private static final int MOST_OF_ONE = 4 << 20;
    private static final long MOST = 64L << 20;

    /** XML packs well, but not like this. */
    private static final int MOST_RATIO = 150;

    private static final long ANY_RATIO_BELOW = 2L << 20;
    private static final int PIECE = 8192;

    private final byte[] zip;
    private final Findings findings;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> others = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private long total;

    private Unzipped(byte[] zip, Findings findings) {
        this.zip = zip;
        this.findings = findings;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    static Unzipped of(byte[] zip, Findings findings) throws UnreadableFile {
        var unzipped = new Unzipped(zip, findings);
        // Names without the flag for UTF-8 come in some code page of DOS; in this one no byte is an error.
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.ISO_8859_1)) {
            unzipped.read(entries);
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnreadableFile("is a zip that is damaged or encrypted");
        }
        return unzipped;
    }

    /** Files that begin like XML, by their path, in their order. */
    Map<String, byte[]> xml() {
        return files;
    }

    /** The files that a file of the package may refer to. */
    PictureSource from(String name) {
        return reference -> {
            var path = PackagePath.resolve(name, PictureSource.path(reference));
            var other = path == null ? null : others.get(path);
            if (other != null) {
                used.add(path);
                return other;
            }
            var xml = path == null ? null : files.get(path);
            return xml == null ? new byte[0] : xml;
        };
    }

    /** How many files that are not XML nobody referred to. */
    int unused() {
        return others.size() - used.size();
    }

    private void read(ZipInputStream entries) throws IOException, UnreadableFile {
        var count = 0;
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (++count > MOST_ENTRIES) {
                throw new UnreadableFile("has more than " + MOST_ENTRIES + " files in it");
            }
            if (!entry.isDirectory()) {
                read(entry, entries);
            }
        }
    }

    private void read(ZipEntry entry, ZipInputStream content) throws IOException, UnreadableFile {
        var kept = new ByteArrayOutputStream();
        var piece = new byte[PIECE];
        long size = 0;
        var isXml = true;
        for (var got = content.read(piece); got >= 0; got = content.read(piece)) {
            if (size == 0) {
                isXml = beginsLikeXml(piece, got);
            }
            size += got;
            count(got);
            if (isXml) {
                if (size > MOST_OF_ONE) {
                    throw new UnreadableFile("has a file of more than " + (MOST_OF_ONE >> 20) + " MiB in it");
                }
            }
            // One byte too many says that it is too large.
            if (isXml || size <= findings.pictures().largest() + got) {
                kept.write(piece, 0, got);
            }
        }
        var path = PackagePath.of(entry.getName());
        if (path == null) {
            findings.note("a file whose name points out of the package was left out");
        } else if (size > 0) {
            (isXml ? files : others).putIfAbsent(path, kept.toByteArray());
        }
    }

    private void count(int bytes) throws UnreadableFile {
        total += bytes;
        if (total > MOST) {
            throw new UnreadableFile("unpacks to more than " + (MOST >> 20) + " MiB");
        }
        if (total > ANY_RATIO_BELOW && total / MOST_RATIO > zip.length) {
            throw new UnreadableFile("unpacks to more than " + MOST_RATIO + " times its size");
        }
    }

    /** Also behind a byte order mark or in UTF-16. */
    private static boolean beginsLikeXml(byte[] piece, int length) {
        for (var index = 0; index < length; index++) {
            var letter = piece[index] & 0xFF;
            var isBefore = letter <= ' ' || letter == 0xEF || letter == 0xBB || letter == 0xBF || letter >= 0xFE;
            if (!isBefore) {
                return letter == '<';
            }
        }
        return false;
    }
}
