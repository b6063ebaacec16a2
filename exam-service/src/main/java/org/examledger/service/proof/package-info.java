/** How do those who prove the log get at it? */
@NullMarked
package org.examledger.service.proof;

import org.jspecify.annotations.NullMarked;
