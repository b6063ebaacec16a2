/** What did the students of the real exam click, and where did each of them end? */
@NullMarked
package org.examledger.endtoend.examlog;

import org.jspecify.annotations.NullMarked;
