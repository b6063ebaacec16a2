/** Where does a worker go on, and what is the status of his session? */
@NullMarked
package org.examledger.query.resume;

import org.jspecify.annotations.NullMarked;
