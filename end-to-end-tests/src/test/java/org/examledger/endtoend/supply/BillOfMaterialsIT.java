package org.examledger.endtoend.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.examledger.endtoend.service.Checkout;
import org.junit.jupiter.api.Test;

class BillOfMaterialsIT {
    /** Terms on which a company may run and change this service without giving its own work away. */
    private static final Set<String> FINE = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "0BSD",
            "ISC",
            "CC0-1.0",
            "Public Domain",
            "EPL-2.0",
            "Indiana University Extreme! Lab Software License");

    private final BillOfMaterials bill = BillOfMaterials.in(Checkout.serviceJar());

    /** A starter is a list of libraries and no library; Boot's plugin adds its tool when it packs the jar. */
    private static boolean isCode(String file) {
        return !file.startsWith("spring-boot-starter") && !file.startsWith("spring-boot-jarmode-tools");
    }

    @Test
    void every_library_of_the_jar_is_listed_with_its_version_and_nothing_else_is() {
        var listed =
                bill.components().stream().map(BillOfMaterials.Component::file).filter(BillOfMaterialsIT::isCode);

        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(bill.libraries().stream()
                        .filter(BillOfMaterialsIT::isCode)
                        .toList());
    }

    @Test
    void each_can_be_used_on_terms_that_are_fine() {
        assertThat(bill.ofOthers())
                .hasSizeGreaterThan(100)
                .allSatisfy(it -> assertThat(it.licences()).containsAnyElementsOf(List.copyOf(FINE)));
    }

    @Test
    void the_page_of_licences_is_the_list() throws IOException {
        var page = Path.of("target", "licences.md");
        Files.writeString(page, bill.page());

        assertThat(Files.readString(Path.of("..", "docs", "licences.md")))
                .as("when the change is meant, copy end-to-end-tests/target/licences.md to docs/licences.md")
                .isEqualTo(bill.page());
    }
}
