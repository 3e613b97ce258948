package org.parley.web;

import io.javalin.http.Context;
import java.util.Map;
import org.parley.web.access.Route;
import org.parley.web.access.Route.Access;
import org.parley.web.access.Route.Kind;
import org.parley.web.access.Routes;
import org.parley.web.operate.Health;
import org.parley.web.operate.Health.Part;
import org.parley.web.view.Address;

/// Whether the server is well, for the programs that watch it. They have no account, and may know
/// it by the address of its machine alone.
record HealthRoutes(Health health) {

  private static final String TYPE = "application/health+json";

  void addTo(Routes routes) {
    routes.addForProbes(
        route(Address.LIVE, "that the program runs"),
        ctx -> ctx.contentType(TYPE).result("{\"status\":\"pass\"}"));
    routes.addForProbes(route(Address.READY, "whether it may be sent requests"), this::ready);
    routes.addForProbes(route(Address.HEALTH, "the same"), this::ready);
  }

  private static Route route(Address address, String shows) {
    return new Route("GET", address.path(), Access.EVERYONE, Kind.FILE, shows);
  }

  /// Whether a request is for one of these addresses.
  ///
  /// @param path without the base path
  static boolean isFor(String path) {
    return path.equals(Address.HEALTH.path())
        || path.equals(Address.LIVE.path())
        || path.equals(Address.READY.path());
  }

  private void ready(Context ctx) {
    Map<Part, Boolean> parts = health.parts();
    ctx.status(Health.isWell(parts) ? 200 : 503).contentType(TYPE).result(Health.json(parts));
  }
}
