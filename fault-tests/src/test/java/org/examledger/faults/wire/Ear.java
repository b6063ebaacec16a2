package org.examledger.faults.wire;

/** Listens on one connection, and may have it cut before a reply is passed on. */
public interface Ear {
    /** Hears nothing. */
    Ear DEAF = new Ear() {
        @Override
        public void sent(byte[] bytes, int length) {
            // Nothing is done about it.
        }

        @Override
        public boolean cutsBefore(byte[] reply, int length) {
            return false;
        }
    };

    /** The client sent this. */
    void sent(byte[] bytes, int length);

    /** Whether the connection ends here, so that this reply never arrives. */
    boolean cutsBefore(byte[] reply, int length);
}
