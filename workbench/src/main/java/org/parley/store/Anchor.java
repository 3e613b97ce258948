package org.parley.store;

/// The head hashes of a journal and its audit, to be stored elsewhere. A chain that was altered,
/// replaced or truncated cannot contain them.
///
/// It changes with every entry and row, hidden ones too, so only mediators may see it.
///
/// @param entries the number of the last entry; 0 where there is none
/// @param hash its hash
/// @param rows the number of the last row of the audit; 0 where there is none
/// @param auditHash its hash
public record Anchor(long entries, String hash, long rows, String auditHash) {}
