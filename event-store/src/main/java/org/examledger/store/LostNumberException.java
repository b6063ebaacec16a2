package org.examledger.store;

import java.sql.SQLException;

/** Says that a row refers to a number that stands for nothing any more: no trouble of the moment, somebody removed a name. */
public final class LostNumberException extends SQLException {

    private static final long serialVersionUID = 1L;

    LostNumberException(String table, int no) {
        super(table + " has lost number " + no);
    }
}
