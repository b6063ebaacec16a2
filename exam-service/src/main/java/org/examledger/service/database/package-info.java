/** Where does the database come from? */
@NullMarked
package org.examledger.service.database;

import org.jspecify.annotations.NullMarked;
