/** How is the runnable service started, killed and started again as a process of its own? */
@NullMarked
package org.examledger.endtoend.service;

import org.jspecify.annotations.NullMarked;
