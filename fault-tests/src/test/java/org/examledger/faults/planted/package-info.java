/** Which mistakes are put into a service, by a test alone, to see that they are found? */
@NullMarked
package org.examledger.faults.planted;

import org.jspecify.annotations.NullMarked;
