@org.jspecify.annotations.NullMarked
package org.parley.exchange.incidents.records;
