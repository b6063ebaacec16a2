package org.examledger.command.exam;

import java.util.List;
import org.examledger.events.exam.AssignedWorker;

/**
 * What an exam says after a command.
 *
 * @param sessions how many sessions the exam has, each of which will be told when the command concerns all
 * @param workers those whom the command was about, with their sessions
 * @param keyVersion of the answer key as it counts now
 */
record ExamReceipt(int sessions, List<AssignedWorker> workers, int keyVersion) {}
