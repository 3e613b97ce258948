package org.parley.web.nodes;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;
import org.parley.store.nodes.Leadership;
import org.parley.store.nodes.NodeStatus;
import org.parley.web.service.CaseService;
import org.parley.web.service.RecordedState;

/// One of several servers of a case, or of many.
public final class Nodes {

  /// The attribute of a request that is answered by another server.
  public static final String FORWARDED = "parley.forwarding";

  private final Leadership leadership;
  private final byte[] key;
  private final Forwarding forwarding;

  /// @param leadership its part in the choice of the leader
  /// @param key the key that all servers share
  /// @param refresh reads what another server has changed, if it can
  /// @param isKnown whether a request comes from one who may ask
  /// @param trusted whom certificates of other servers are trusted by; null for those Java trusts
  /// @param log takes a line when another server cannot be trusted
  public Nodes(
      Leadership leadership,
      byte[] key,
      BooleanSupplier refresh,
      Predicate<Context> isKnown,
      @Nullable SSLContext trusted,
      Consumer<String> log) {
    this.leadership = leadership;
    this.key = key.clone();
    this.forwarding = new Forwarding(leadership, refresh, isKnown, new LeaderClient(trusted, log));
  }

  /// The servers of a case; this one, if it is alone.
  ///
  /// @param nodes null for a server alone
  public static List<NodeStatus> list(@Nullable Nodes nodes, CaseService service) {
    return nodes == null
        ? List.of(NodeStatus.alone(service.recorded().map(RecordedState::number).orElse(0L)))
        : nodes.leadership.list();
  }

  /// Every server that the database has heard of in the last day.
  public List<NodeStatus> list() {
    return leadership.list();
  }

  /// Whether a leader is known, this server or another.
  public boolean knowsLeader() {
    return leadership.leader().isPresent();
  }

  /// Whether this server is to be upgraded: a later program leads, or has changed the tables.
  public boolean makesWay() {
    return leadership.makesWay();
  }

  /// The key that all servers share: a form of one is good at all.
  public byte[] key() {
    return key.clone();
  }

  /// Restores whom a forwarded request came from.
  public void addTo(HttpConfiguration http) {
    http.addCustomizer(new ForwardedRequests(leadership.secret()));
  }

  /// Called before the answer to a request is sent.
  public static void beforeAnswer(Context ctx) {
    ForwardedRequests.drain(ctx);
  }

  /// Forwards a request if another server has to answer it.
  ///
  /// @param path without the base path
  /// @param longest the longest body
  /// @return whether it was answered
  public boolean isAnswered(Context ctx, String path, long longest) throws IOException {
    return forwarding.isAnswered(ctx, path, longest);
  }
}
