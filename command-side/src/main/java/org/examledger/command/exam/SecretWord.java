package org.examledger.command.exam;

/** A word that must not be seen in any log; what is printed of it is nothing. */
record SecretWord(String text) {
    @Override
    public String toString() {
        return "…";
    }
}
