/** What is still to be done for all sessions of exams, as rows beside the log? */
@NullMarked
package org.examledger.service.fanout;

import org.jspecify.annotations.NullMarked;
