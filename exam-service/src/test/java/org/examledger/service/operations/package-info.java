/** How is the service watched and put right while it runs? */
@NullMarked
package org.examledger.service.operations;

import org.jspecify.annotations.NullMarked;
