package org.examledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportEndTest {
    @TempDir
    private Path folder;

    @Test
    void an_export_says_at_its_end_how_much_it_holds_also_without_proofs() throws IOException {
        try (var world = ProvenWorld.empty(folder)) {
            world.turn(0, 3);
            world.sign();

            for (var signed : List.of(world.table.newest(), Optional.<CheckpointTable.Row>empty())) {
                var out = new ByteArrayOutputStream();
                new Export(world.rows, "exams.example", List.of("turning:0"), signed, world.tree.nodes()).write(out);
                assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                        .contains(
                                "\"type\":\"org.examledger.export\"",
                                "\"events\":3,\"proven\":" + (signed.isPresent() ? 3 : 0));
            }
        }
    }
}
