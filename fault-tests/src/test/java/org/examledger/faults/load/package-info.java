/** Who uses the service while it is struck? */
@NullMarked
package org.examledger.faults.load;

import org.jspecify.annotations.NullMarked;
