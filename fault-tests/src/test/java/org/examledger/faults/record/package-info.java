/** What did clients ask for, and what did they hear? */
@NullMarked
package org.examledger.faults.record;

import org.jspecify.annotations.NullMarked;
