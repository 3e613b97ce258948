package org.parley.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.parley.web.view.BadQuery;
import org.parley.web.view.NotOnRecord;

/// A running server that shows one case to browsers on this machine.
public final class WebServer implements AutoCloseable {

  /// The port tried first where none is asked for.
  public static final int DEFAULT_PORT = 7171;

  private static final int PORTS_TRIED = 50;
  private static final String LOOPBACK = "127.0.0.1";

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /// Starts a server on `port` of the loopback interface; 0 takes any free one.
  ///
  /// @throws PortTaken where another program listens there
  public static WebServer start(Desk desk, int port) {
    Pages pages = new Pages(desk);
    Javalin javalin = Javalin.create(config -> configure(config, pages));
    try {
      return new WebServer(javalin.start(LOOPBACK, port));
    } catch (RuntimeException e) {
      javalin.stop();
      if (!isFree(port)) {
        throw new PortTaken(port, e);
      }
      throw e;
    }
  }

  /// Starts a server on the first free port from [#DEFAULT_PORT] on.
  public static WebServer start(Desk desk) {
    for (int port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TRIED; port++) {
      if (isFree(port)) {
        return start(desk, port);
      }
    }
    return start(desk, 0);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void configure(JavalinConfig config, Pages pages) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    config.routes.before(ctx -> admit(ctx, pages));
    pages.addTo(config.routes);
    config.routes.exception(BadQuery.class, (e, ctx) -> pages.showBadQuery(ctx, e));
    config.routes.exception(NotOnRecord.class, (e, ctx) -> pages.showNotOnRecord(ctx, e));
    config.routes.exception(Exception.class, (e, ctx) -> failed(ctx, pages, e));
    config.routes.error(
        HttpStatus.NOT_FOUND,
        ctx -> {
          if (isUnanswered(ctx)) {
            pages.showError(
                ctx,
                404,
                "No such page",
                "There is no page at " + ctx.path() + ".",
                "Maybe the address was cut off: the links above lead to everything there is.");
          }
        });
    config.routes.error(
        HttpStatus.METHOD_NOT_ALLOWED,
        ctx ->
            pages.showError(
                ctx,
                405,
                "Only reading is possible here",
                "The method " + ctx.method() + " is not answered.",
                "Maybe change the files of the case: the pages follow them."));
  }

  /// Whether nothing but the bare status answers the request yet.
  private static boolean isUnanswered(Context ctx) {
    String type = ctx.res().getContentType();
    return type == null || !type.startsWith("text/html");
  }

  private static void admit(Context ctx, Pages pages) {
    Gate.protect(ctx);
    if (!Gate.isForThisMachine(ctx)) {
      pages.showError(
          ctx,
          421,
          "This address is not answered",
          "Parley answers on this machine alone, under 127.0.0.1 or localhost and its own port.",
          "Maybe open the address that was printed when it started.");
      ctx.skipRemainingHandlers();
    }
  }

  private static void failed(Context ctx, Pages pages, Exception e) {
    System.getLogger(WebServer.class.getName()).log(System.Logger.Level.ERROR, ctx.path(), e);
    pages.showError(
        ctx,
        500,
        "Something went wrong in Parley",
        "While showing " + ctx.path() + ": " + e + ".",
        "Maybe report it with the case, or with the part of it that is shown here. Nothing was changed.");
  }

  /// The port it listens on.
  public int port() {
    return javalin.port();
  }

  /// The address to open in a browser.
  public URI address() {
    return URI.create("http://" + LOOPBACK + ":" + port() + "/");
  }

  /// Stops it.
  @Override
  public void close() {
    javalin.stop();
  }
}
