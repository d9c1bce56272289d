/**
 * The bounce database. {@link rebound.store.BounceStores} opens one, {@link rebound.store.BounceStore} is one. All
 * methods may be called from several threads; every failure is a {@link rebound.store.StoreException} with a code.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.2.0")
package rebound.store;
