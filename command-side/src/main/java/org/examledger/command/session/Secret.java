package org.examledger.command.session;

/** A word that must not be seen in any log; what is printed of it is nothing. */
record Secret(String text) {
    @Override
    public String toString() {
        return "…";
    }
}
