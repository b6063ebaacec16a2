/** How are both sides connected to the log? */
@NullMarked
package org.examledger.service.log;

import org.jspecify.annotations.NullMarked;
