/** What is just enough of a service to prove that the clients and the verdict see what is wrong? */
@NullMarked
package org.examledger.endtoend.stub;

import org.jspecify.annotations.NullMarked;
