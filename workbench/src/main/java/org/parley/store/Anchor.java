package org.parley.store;

/// Where a journal and its audit end: two hashes to keep elsewhere. Whoever alters, replaces or
/// cuts off what was there then cannot have a chain with these hashes in it.
///
/// It changes with every entry and every row, hidden ones too, so it is for mediators alone.
///
/// @param entries the number of the last entry; 0 where there is none
/// @param hash its hash
/// @param rows the number of the last row of the audit; 0 where there is none
/// @param auditHash its hash
public record Anchor(long entries, String hash, long rows, String auditHash) {}
