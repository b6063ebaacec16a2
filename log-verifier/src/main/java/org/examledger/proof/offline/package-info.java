/** Is what I was given what the log held? Asked by somebody who has an export and a public key, and nothing else. */
@NullMarked
package org.examledger.proof.offline;

import org.jspecify.annotations.NullMarked;
