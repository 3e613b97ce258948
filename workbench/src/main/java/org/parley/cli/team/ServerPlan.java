package org.parley.cli.team;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.parley.notice.NoticePlan;
import org.parley.operate.OperationPlan;
import org.parley.store.DatabaseAddress;

/// The configuration of a team server.
///
/// @param database the file of the journal, or the address of its database
/// @param folder the folder to begin the journal with
/// @param isOfManyCases whether the database keeps many cases, each with its own roles
/// @param templates the folder of the institution's own templates; null for the built-in ones alone
/// @param listening where it is reached, and by whom
/// @param notices where notices are sent
/// @param operation what those who run it are told
/// @param nodes how other servers of the same database are reached
/// @param signIn what is asked of those who sign in
/// @param keeping how long views are kept, and where the journal is anchored
public record ServerPlan(
    DatabaseAddress database,
    @Nullable Path folder,
    boolean isOfManyCases,
    @Nullable Path templates,
    ListeningPlan listening,
    NoticePlan notices,
    OperationPlan operation,
    NodePlan nodes,
    SignInPlan signIn,
    KeepingPlan keeping) {}
