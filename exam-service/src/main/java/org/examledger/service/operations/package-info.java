/** What can an operator do while the service runs? */
@NullMarked
package org.examledger.service.operations;

import org.jspecify.annotations.NullMarked;
