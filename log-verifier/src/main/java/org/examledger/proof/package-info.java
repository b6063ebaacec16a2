/** How is it proven that the log is what it was? Pure functions that the service and the offline verifier share. */
@NullMarked
package org.examledger.proof;

import org.jspecify.annotations.NullMarked;
