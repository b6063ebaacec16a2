/** Does the service, given a whole exam in a permuted order, end where the log says? */
@NullMarked
package org.examledger.endtoend.replay;

import org.jspecify.annotations.NullMarked;
