package org.examledger.command.imports;

/** Points here are whole numbers; files have fractions. */
final class Points {
    static final int UNSAID = 1;
    private static final int MOST = 1_000_000;

    private Points() {}

    /** The points that a file writes, rounded. */
    static int of(String written, Notes notes) {
        try {
            return of(Double.parseDouble(written.strip()), notes);
        } catch (NumberFormatException unreadable) {
            notes.add("points \"" + (written.length() > 40 ? "…" : written) + "\" are no number; it is worth 1");
            return UNSAID;
        }
    }

    static int of(double points, Notes notes) {
        if (!(points >= 0 && points <= MOST)) {
            notes.add("points are not 0 to " + MOST + "; it is worth 1");
            return UNSAID;
        }
        var rounded = points > 0 ? (int) Math.max(1, Math.round(points)) : 0;
        if (rounded != points) {
            notes.add("points " + points + " were rounded to " + rounded);
        }
        return rounded;
    }
}
