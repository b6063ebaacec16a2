/** Which faults must it survive? */
@NullMarked
package org.examledger.faults.list;

import org.jspecify.annotations.NullMarked;
