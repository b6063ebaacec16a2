/** Is what is left after a fault what was promised? */
@NullMarked
package org.examledger.faults.check;

import org.jspecify.annotations.NullMarked;
