package org.parley.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request by GET within this program: an address and headers, without a body. Whatever else a
/// request of a browser has is refused, so that nothing rests on a default.
final class InProcessRequest extends HttpServletRequestWrapper {

  private static final String LOOPBACK = "127.0.0.1";

  private static final HttpServletRequest NOTHING =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              InProcessRequest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (_, method, _) -> {
                throw new UnsupportedOperationException(method.getName());
              });

  private final String path;
  private final @Nullable String query;
  private final boolean secure;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();

  /// @param address path and query
  /// @param secure whether it counts as sent over TLS
  InProcessRequest(String address, boolean secure, Map<String, String> headers) {
    super(NOTHING);
    int mark = address.indexOf('?');
    this.path = mark < 0 ? address : address.substring(0, mark);
    this.query = mark < 0 ? null : address.substring(mark + 1);
    this.secure = secure;
    this.headers.putAll(headers);
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getProtocol() {
    return "HTTP/1.1";
  }

  @Override
  public String getScheme() {
    return secure ? "https" : "http";
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getContextPath() {
    return "";
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public @Nullable String getQueryString() {
    return query;
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    String value = headers.get(name);
    return value == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(value));
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    return Collections.enumeration(headers.keySet());
  }

  @Override
  public Cookie @Nullable [] getCookies() {
    return null;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return Collections.enumeration(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      attributes.remove(name);
    } else {
      attributes.put(name, value);
    }
  }

  @Override
  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  @Override
  public int getContentLength() {
    return 0;
  }

  @Override
  public long getContentLengthLong() {
    return 0;
  }

  @Override
  public @Nullable String getContentType() {
    return null;
  }

  @Override
  public @Nullable String getCharacterEncoding() {
    return null;
  }

  @Override
  public Locale getLocale() {
    return Locale.ROOT;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Empty();
  }

  @Override
  public String getRemoteAddr() {
    return LOOPBACK;
  }

  @Override
  public String getServerName() {
    return LOOPBACK;
  }

  @Override
  public int getServerPort() {
    return 0;
  }

  @Override
  public int getLocalPort() {
    return 0;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  private static final class Empty extends ServletInputStream {

    @Override
    public boolean isFinished() {
      return true;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("reading later");
    }

    @Override
    public int read() {
      return -1;
    }
  }
}
