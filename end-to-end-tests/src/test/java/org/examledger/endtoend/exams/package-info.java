/** Does HC's hand on an exam reach all who take it? */
@NullMarked
package org.examledger.endtoend.exams;

import org.jspecify.annotations.NullMarked;
