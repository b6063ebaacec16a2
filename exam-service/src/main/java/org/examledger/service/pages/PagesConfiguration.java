package org.examledger.service.pages;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives each page a short address. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry addresses) {
        for (var page : Pages.ALL) {
            addresses.addViewController("/" + page).setViewName("forward:/" + page + "/index.html");
            // Links inside a page start at the root, so it may have both addresses.
            addresses.addViewController("/" + page + "/").setViewName("forward:/" + page + "/index.html");
        }
    }
}
