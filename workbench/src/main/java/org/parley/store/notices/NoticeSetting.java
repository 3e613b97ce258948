package org.parley.store.notices;

/// Where and how often somebody is told that something waits.
///
/// @param account the name of the account
/// @param address the mail address; empty for none
public record NoticeSetting(String account, String address, Cadence cadence) {}
