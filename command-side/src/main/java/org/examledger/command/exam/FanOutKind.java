package org.examledger.command.exam;

/** What can concern every session of an exam. */
public enum FanOutKind {
    ASSIGN,
    RESCHEDULE,
    EXTEND,
    CLOSE,
    CANCEL
}
