/** Do several processes on one database behave as one service? */
@NullMarked
package org.examledger.endtoend.processes;

import org.jspecify.annotations.NullMarked;
