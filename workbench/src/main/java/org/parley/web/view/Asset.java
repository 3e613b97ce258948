package org.parley.web.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A file the pages load: style, script, icon. All of them ship with Parley; no page loads anything
/// from elsewhere.
public final class Asset {

  private static final Map<String, Asset> ALL = new LinkedHashMap<>();

  static {
    load("parley.css", "text/css; charset=utf-8");
    load("brief.css", "text/css; charset=utf-8");
    load("parley.js", "text/javascript; charset=utf-8");
    load("packages.js", "text/javascript; charset=utf-8");
    load("read.js", "text/javascript; charset=utf-8");
    load("queue.js", "text/javascript; charset=utf-8");
    load("edit.js", "text/javascript; charset=utf-8");
    load("grid.js", "text/javascript; charset=utf-8");
    load("live.js", "text/javascript; charset=utf-8");
    load("present.js", "text/javascript; charset=utf-8");
    load("password.js", "text/javascript; charset=utf-8");
    load("passkey.js", "text/javascript; charset=utf-8");
    load("htmx.min.js", "text/javascript; charset=utf-8");
    load("icon.svg", "image/svg+xml");
  }

  private final String type;
  private final byte[] bytes;
  private final String version;

  private Asset(String type, byte[] bytes, String version) {
    this.type = type;
    this.bytes = bytes;
    this.version = version;
  }

  /// Its media type.
  public String type() {
    return type;
  }

  /// Its content, to be read.
  public InputStream content() {
    return new ByteArrayInputStream(bytes);
  }

  /// The start of its SHA-256, which its address carries so that browsers may keep it.
  public String version() {
    return version;
  }

  private static void load(String name, String type) {
    try (InputStream in = Asset.class.getResourceAsStream("/org/parley/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the file " + name + " is missing from the program");
      }
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String version = HexFormat.of().formatHex(digest, 0, 6);
      ALL.put(name, new Asset(type, bytes, version));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The asset of this name.
  public static Optional<Asset> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /// The address of an asset, with its version.
  public static String url(String name) {
    Asset asset = find(name).orElseThrow();
    return Link.to(Address.ASSET, name) + "?v=" + asset.version;
  }
}
