package org.examledger.proof.offline;

/** What came out of a check, with the exit code of the program. */
sealed interface Outcome {
    int exitCode();

    String sentence();

    /** Everything is what was signed. */
    record Intact(String sentence) implements Outcome {
        @Override
        public int exitCode() {
            return 0;
        }
    }

    /**
     * Something is not what was signed.
     *
     * @param position of the first row concerned; 0 when it is about no row
     */
    record Broken(long position, String reason) implements Outcome {
        @Override
        public int exitCode() {
            return 1;
        }

        @Override
        public String sentence() {
            return (position == 0 ? "broken: " : "broken at position " + position + ": ") + reason;
        }
    }

    /** Nothing is wrong, but nothing was signed either. */
    record Unproven(String sentence) implements Outcome {
        @Override
        public int exitCode() {
            return 3;
        }
    }
}
