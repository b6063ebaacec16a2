package org.examledger.endtoend.cluster;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL does not run as root: there it runs as the user that its package made. */
final class Unprivileged {
    private static final String USER = "postgres";

    private Unprivileged() {}

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What stands before the command. */
    static List<String> prefix() {
        return isRoot()
                ? List.of(Programs.get("setpriv").toString(), "--reuid", USER, "--regid", USER, "--init-groups")
                : List.of();
    }

    /** Makes a folder that the unprivileged user owns. */
    static Path folder(String name) throws IOException {
        var folder = Files.createTempDirectory(name);
        if (isRoot()) {
            Files.setOwner(
                    folder,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        }
        return folder;
    }
}
