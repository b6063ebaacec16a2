/** How much may one person ask for, and what is left undone when it is too much altogether? */
@NullMarked
package org.examledger.service.limits;

import org.jspecify.annotations.NullMarked;
