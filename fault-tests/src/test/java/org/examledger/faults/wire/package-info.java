/** How is a network broken on one machine? */
@NullMarked
package org.examledger.faults.wire;

import org.jspecify.annotations.NullMarked;
