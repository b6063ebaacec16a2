/** What does every read model of sessions remember of a session? */
@NullMarked
package org.examledger.query.life;

import org.jspecify.annotations.NullMarked;
